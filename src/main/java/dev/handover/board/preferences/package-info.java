/** The page on which people choose how mails come to them. */
package dev.handover.board.preferences;
