/** The engine itself: tables, settings, deployment, clock. */
package dev.handover.process.engine;
