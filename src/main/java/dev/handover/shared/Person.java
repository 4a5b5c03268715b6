package dev.handover.shared;

/**
 * Somebody the identity provider knows.
 *
 * @param id user id, as used at login and in plans
 * @param name display name, never blank (the id where the provider has none)
 * @param email address for notices; may be null
 */
public record Person(String id, String name, String email) {}
