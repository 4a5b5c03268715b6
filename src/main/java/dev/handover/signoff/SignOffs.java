package dev.handover.signoff;

import dev.handover.shared.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The sign-offs of all go-lives. */
interface SignOffs extends Repository<SignOff, UUID> {

    SignOff save(SignOff signOff);

    List<SignOff> findByGoLiveOrderByRoundAscAskedAtAsc(String goLive);

    Optional<SignOff> findFirstByGoLiveAndRoleOrderByRoundDesc(String goLive, Role role);
}
