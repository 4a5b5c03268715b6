/** Sign-offs: who approved what, bound to the digest of exactly the evidence they relied on. */
@org.springframework.modulith.ApplicationModule(displayName = "Sign-off")
package dev.handover.signoff;
