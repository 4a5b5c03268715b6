/** People, groups and rights in the engine's identity store. */
package dev.handover.process.identity;
