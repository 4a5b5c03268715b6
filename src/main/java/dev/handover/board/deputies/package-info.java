/** The page on which people name who stands for them while they are away. */
package dev.handover.board.deputies;
