package dev.handover.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The languages that mails are written in: English, and each that has a {@code mail/messages_<language>.properties}. */
final class Languages {

    private static final String FILES = "classpath*:mail/messages_*.properties";
    private static final List<Locale> KNOWN = find();

    private Languages() {}

    /** English first, then by tag. */
    static List<Locale> known() {
        return KNOWN;
    }

    private static List<Locale> find() {
        try {
            var found = new ArrayList<Locale>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                var tag = file.getFilename().replaceFirst("messages_(.*)\\.properties", "$1");
                found.add(Locale.forLanguageTag(tag.replace('_', '-')));
            }
            found.sort(Comparator.comparing(Locale::toLanguageTag));
            found.add(0, Locale.ENGLISH);
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the words of mails", e);
        }
    }
}
