/**
 * The only way out of the application: calls reach hosts that the settings allow, at an address that was judged before,
 * within a time limit and a byte limit; secrets go to the hosts they are bound to and come back from nowhere.
 *
 * <p>Source: OWASP cheat sheet "Server-Side Request Forgery Prevention", case 2; ASVS 5.0, 1.3.6 and 15.3.2.
 */
@org.springframework.modulith.NamedInterface("guard")
package dev.handover.checks.guard;
