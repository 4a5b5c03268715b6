package dev.handover.signoff;

import dev.handover.shared.GoLiveKey;
import java.util.List;

/** Somebody signed on conditions. Published in the transaction of the signature. @param conditions all of one approval, never empty */
public record ConditionsSet(GoLiveKey goLive, List<Condition> conditions) {}
