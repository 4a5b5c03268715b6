package dev.handover.access;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/**
 * The product's settings as they are in force on this node, and where each comes from. Of what is or may be a secret it is said
 * whether it is set, and nothing else.
 */
@Component
public class SettingsInForce {

    /** Those that no record describes: they are read by name where schedules and the engine want texts. None is a secret. */
    static final List<String> READ_BY_NAME = List.of(
            "handover.database.allow-unsafe",
            "handover.deputies.look-every",
            "handover.evidence.purge-at",
            "handover.records-check.at");

    private final ApplicationContext context;
    private final ConfigurableEnvironment environment;

    SettingsInForce(ApplicationContext context, ConfigurableEnvironment environment) {
        this.context = context;
        this.environment = environment;
    }

    /**
     * One setting.
     *
     * @param name as in a settings file
     * @param value as the product understands it; {@code set} or {@code not set} for a secret
     * @param source in words, without paths
     */
    public record Setting(String name, String value, String source) {}

    /** All of them, by name. */
    public List<Setting> all() {
        var sources = new SettingSources(environment);
        var described = context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                .filter(SettingsInForce::isOurs)
                .flatMap(bean -> SettingValues.of(prefix(bean), bean));
        var read = READ_BY_NAME.stream()
                .map(name ->
                        new SettingValues.Named(name, environment.getProperty(name, "as it comes with the product")));
        return Stream.concat(described, read)
                .map(each -> new Setting(each.name(), each.shown(), sources.of(each.name())))
                .distinct()
                .sorted(Comparator.comparing(Setting::name))
                .toList();
    }

    private static boolean isOurs(Object bean) {
        return bean.getClass().isRecord() && (prefix(bean) + ".").startsWith("handover.");
    }

    private static String prefix(Object bean) {
        return AnnotationUtils.findAnnotation(bean.getClass(), ConfigurationProperties.class)
                .prefix();
    }
}
