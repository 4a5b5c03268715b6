package dev.handover.notice;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** What people have chosen. */
interface StoredPreferences extends Repository<StoredPreference, String> {

    Optional<StoredPreference> findById(String userId);

    StoredPreference save(StoredPreference preference);
}
