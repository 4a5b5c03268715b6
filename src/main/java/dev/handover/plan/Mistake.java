package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;

/** A mistake at a value of the tree; its line is looked up when all mistakes are told. The parts are those of {@link PlanError}. */
record Mistake(JsonPointer pointer, String message, String mend) {}
