/** Login, and who may see and do what. */
@org.springframework.modulith.ApplicationModule(displayName = "Access")
package dev.handover.access;
