package dev.handover.access;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.ReflectionUtils;

/** Takes records of settings apart into single values. */
final class SettingValues {

    private static final Pattern SECRET =
            Pattern.compile("password|passphrase|secret|token|credential|private-key|api-key|value");
    private static final Pattern USER_OF_ADDRESS = Pattern.compile("(?<=://)[^/@\\s]*@");

    private SettingValues() {}

    /** @param value null if it is not set */
    record Named(String name, Object value) {

        /** By the last word of the name; everything is one below {@code handover.secrets} that does not say where it may go. */
        boolean isSecret() {
            var last = name.substring(name.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
            return name.startsWith("handover.secrets.") && !last.equals("hosts")
                    || SECRET.matcher(last).find() && !last.startsWith("min-");
        }

        String shown() {
            if (isSecret()) {
                return value == null || value.toString().isBlank() ? "not set" : "set";
            }
            return value == null
                    ? "not set"
                    : USER_OF_ADDRESS.matcher(words(value)).replaceAll("…@");
        }

        private static String words(Object value) {
            if (value instanceof Collection<?> many) {
                return many.isEmpty()
                        ? "none"
                        : many.stream().map(Named::words).sorted().collect(Collectors.joining(", "));
            }
            return value instanceof Enum<?> constant ? slug(constant) : Objects.toString(value);
        }
    }

    static Stream<Named> of(String name, Object value) {
        if (value instanceof Record settings) {
            return Arrays.stream(settings.getClass().getRecordComponents())
                    .flatMap(part -> of(name + '.' + nameOf(settings, part), read(settings, part)));
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return map.entrySet().stream().flatMap(entry -> of(name + '.' + key(entry.getKey()), entry.getValue()));
        }
        if (value instanceof Collection<?> many && many.stream().anyMatch(Record.class::isInstance)) {
            var each = many.toArray();
            return IntStream.range(0, each.length).boxed().flatMap(at -> of(name + '[' + at + ']', each[at]));
        }
        return Stream.of(new Named(name, value instanceof Map<?, ?> ? null : value));
    }

    private static String nameOf(Record settings, RecordComponent part) {
        var given = Arrays.stream(
                        settings.getClass().getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(part.getName()))
                .map(parameter -> parameter.getAnnotation(Name.class))
                .filter(Objects::nonNull)
                .findFirst();
        return given.map(Name::value).orElseGet(() -> DataObjectPropertyName.toDashedForm(part.getName()));
    }

    private static Object read(Record settings, RecordComponent part) {
        var accessor = part.getAccessor();
        accessor.setAccessible(true); // settings are the business of their packages
        return ReflectionUtils.invokeMethod(accessor, settings);
    }

    private static String key(Object key) {
        return key instanceof Enum<?> constant ? slug(constant) : key.toString();
    }

    private static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
