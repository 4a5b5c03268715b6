package dev.handover.closing.report;

/** Gathers one chapter. One small class for each; their order is that of the report. */
interface ChapterWriter {

    Chapter write(Subject subject);
}
