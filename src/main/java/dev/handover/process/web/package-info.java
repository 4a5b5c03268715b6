/** What stands between the engine's web applications and REST interface and the rest of the product. */
package dev.handover.process.web;
