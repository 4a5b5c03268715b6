/** The only module that sees the engine: its settings, delegates, listeners, and the names of the models. */
@org.springframework.modulith.ApplicationModule(displayName = "Process")
package dev.handover.process;
