package dev.handover.evidence;

import dev.handover.evidence.Evidence.Form;
import dev.handover.shared.EvidenceKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Recorded versions; only ever added to. */
interface EvidenceVersions extends Repository<EvidenceVersion, UUID> {

    List<EvidenceVersion> saveAll(Iterable<EvidenceVersion> added);

    Optional<EvidenceVersion> findByGoLiveAndId(String goLive, UUID id);

    List<EvidenceVersion> findByGoLiveAndIdIn(String goLive, Collection<UUID> ids);

    Optional<EvidenceVersion> findFirstByGoLiveAndKindAndTitleAndFormOrderByVersionDesc(
            String goLive, EvidenceKind kind, String title, Form form);

    /** The latest version of each item, sorted by title, form. */
    @Query("""
            select v from EvidenceVersion v
             where v.goLive = :goLive and v.kind in :kinds
               and not exists (select 1 from EvidenceVersion later
                                where later.goLive = v.goLive and later.kind = v.kind and later.title = v.title
                                  and later.form = v.form and later.version > v.version)
             order by v.title, v.form
            """)
    List<EvidenceVersion> current(String goLive, Collection<EvidenceKind> kinds);

    /** All versions of all items, oldest first. */
    List<EvidenceVersion> findByGoLiveOrderByAddedAtAscVersionAsc(String goLive);

    List<EvidenceVersion> findBySha256OrderByAddedAtAscVersionAsc(String sha256);
}
