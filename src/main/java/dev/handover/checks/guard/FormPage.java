package dev.handover.checks.guard;

import java.util.Optional;

/**
 * A page that was asked for the sake of a form on it.
 *
 * @param answer without cookies and tokens
 * @param form empty if no form of the page has the fields that were asked for
 */
public record FormPage(Answer answer, Optional<HtmlForm> form) {}
