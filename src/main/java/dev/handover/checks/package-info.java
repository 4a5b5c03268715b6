/**
 * Automated checks: a target in, a result out. Knows neither go-lives nor plans; who asks for checks maps both ways.
 *
 * <p>A new kind of check is one record in {@link dev.handover.checks.CheckTarget} and one class that implements
 * {@code Check} for it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Checks")
package dev.handover.checks;
