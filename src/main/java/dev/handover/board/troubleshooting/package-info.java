/** The page on which admins change the troubleshooting table. */
package dev.handover.board.troubleshooting;
