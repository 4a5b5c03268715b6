package dev.handover.evidence;

import dev.handover.shared.Refusal;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of evidence; a bad value stops the start-up.
 *
 * @param maxFileSize largest item that is taken in; reading stops there (at least 64 KB)
 */
@Validated
@ConfigurationProperties("handover.evidence")
public record EvidenceSettings(
        @NotNull @DefaultValue("25MB") DataSize maxFileSize) {

    private static final DataSize SMALLEST = DataSize.ofKilobytes(64);

    public EvidenceSettings {
        if (maxFileSize != null && maxFileSize.compareTo(SMALLEST) < 0) {
            throw new IllegalArgumentException("handover.evidence.max-file-size must be at least 64KB");
        }
    }

    /** What whoever sends more is told. */
    public Refusal tooLarge() {
        return Refusal.tooLarge("Evidence may have at most %s each. Send a smaller file, or a link to where it is kept."
                .formatted(readable(maxFileSize)));
    }

    private static String readable(DataSize size) {
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " KB";
    }
}
