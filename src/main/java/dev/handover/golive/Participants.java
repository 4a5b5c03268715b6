package dev.handover.golive;

import dev.handover.shared.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The people of all go-lives. */
interface Participants extends Repository<Participant, UUID> {

    Participant save(Participant participant);

    List<Participant> findByGoLiveAndStateNotOrderByRoleAscUserIdAsc(String goLive, Participant.State state);

    List<Participant> findByGoLiveAndRole(String goLive, Role role);

    Optional<Participant> findByGoLiveAndRoleAndUserId(String goLive, Role role, String userId);

    boolean existsByGoLiveAndUserIdAndStateIn(String goLive, String userId, Collection<Participant.State> states);

    /** True if any of the persons holds a role in which a deputy can stand for them. */
    @Query("""
            select count(p) > 0 from Participant p
             where p.goLive = :goLive and p.userId in :persons and p.role <> REQUESTER and p.state in (NAMED, ACCEPTED)
            """)
    boolean anyOf(String goLive, Collection<String> persons);

    /** Keys of go-lives that have not ended in which a deputy can stand for the person. */
    @Query("""
            select distinct p.goLive from Participant p, GoLive g
             where g.key = p.goLive and g.finishedAt is null and p.userId = :person and p.role <> REQUESTER
               and p.state in (NAMED, ACCEPTED)
            """)
    List<String> runningGoLivesOf(String person);

    /** Roles in go-lives that have not ended. */
    @Query("""
            select p.userId as person, p.goLive as goLive, p.role as role from Participant p, GoLive g
             where g.key = p.goLive and g.finishedAt is null and p.userId in :persons and p.state in (NAMED, ACCEPTED)
             order by p.goLive, p.role, p.userId
            """)
    List<OpenRoles.OpenRole> openRolesOf(Collection<String> persons, Limit limit);

    /** Zone of the newest go-live that has not ended and in which the person has a role. */
    @Query(value = """
            select g.zone from participant p join go_live g on g.key = p.go_live
             where p.user_id = :person and g.finished_at is null and p.state in ('NAMED', 'ACCEPTED')
             order by g.created_at desc limit 1
            """, nativeQuery = true)
    Optional<String> newestZone(String person);
}
