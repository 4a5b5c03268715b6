/** The page of one go-live: what is missing, how each check stands, and running checks again. */
package dev.handover.board.golive;
