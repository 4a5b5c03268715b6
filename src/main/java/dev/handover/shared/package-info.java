/** What every module uses and that uses nothing: the words of the contract, the error family, digests and canonical JSON. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package dev.handover.shared;
