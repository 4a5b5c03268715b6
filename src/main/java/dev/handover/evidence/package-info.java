/** What go-lives are judged by: items, their versions and contents, and manifests of exactly what was there. */
@org.springframework.modulith.ApplicationModule(displayName = "Evidence")
package dev.handover.evidence;
