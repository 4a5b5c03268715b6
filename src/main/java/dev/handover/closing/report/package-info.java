/**
 * How the handover report is written: each chapter gathers what it tells into blocks of text and tables, and one template
 * prints them. Chapters know the domain and no HTML, the template knows HTML and no domain.
 */
package dev.handover.closing.report;
