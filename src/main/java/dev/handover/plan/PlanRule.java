package dev.handover.plan;

/** Something that must hold in every plan and that the schema cannot say. */
interface PlanRule {

    /** Adds each mistake at its place; says nothing about what the schema already refuses. */
    void check(Part plan, Mistakes mistakes);
}
