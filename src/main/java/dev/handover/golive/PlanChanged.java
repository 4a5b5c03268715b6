package dev.handover.golive;

import dev.handover.plan.PlanChange;
import dev.handover.shared.GoLiveKey;

/** A new plan version is in force. Published in the transaction that recorded it, before the process is told. */
public record PlanChanged(GoLiveKey goLive, PlanChange change, String by) {}
