/**
 * The production monitoring period: signals, their exceptions, the soak clock, and the handover drill.
 *
 * <p>Source: section "Production monitoring period" of the source document.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Stabilization")
package dev.handover.stabilization;
