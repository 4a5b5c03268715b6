package dev.handover.closing.report;

import java.util.stream.Stream;

/** Tells the decisions that people made in one part of a go-live, in any order. */
interface DecisionSource {

    Stream<Decision> decisions(Subject subject);
}
