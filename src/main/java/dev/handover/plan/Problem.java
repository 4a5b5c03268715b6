package dev.handover.plan;

/** What is wrong with a value, wherever it stands. The parts are those of {@link PlanError}. */
record Problem(String message, String mend) {}
