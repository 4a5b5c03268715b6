/** The page on which admins see and change what belongs to no single go-live. */
package dev.handover.board.admin;
