package dev.handover.access;

import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where settings come from, in words; never where on the disk. */
final class SettingSources {

    /** As Spring Boot names the source of a settings file: {@code … 'class path resource [application.yml]' …}. */
    private static final Pattern FILE = Pattern.compile("([\\w.-]+)\\]?'");

    private static final String DEFAULT = "default";

    private final ConfigurableEnvironment environment;

    SettingSources(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** Of the source that wins; {@code default} where none says anything. */
    String of(String setting) {
        if (!ConfigurationPropertyName.isValid(setting)) {
            return DEFAULT;
        }
        var name = ConfigurationPropertyName.of(setting);
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .filter(source -> says(source, name))
                .findFirst()
                .map(source -> words(source.getUnderlyingSource()))
                .orElse(DEFAULT);
    }

    private static boolean says(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return source.getConfigurationProperty(name) != null
                || source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT;
    }

    private static String words(Object source) {
        if (source instanceof ConfigTreePropertySource) {
            return "mounted file";
        }
        if (source instanceof CommandLinePropertySource) {
            return "command line";
        }
        return source instanceof PropertySource<?> named ? byName(named.getName()) : "elsewhere";
    }

    private static String byName(String name) {
        if (name.equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
            return "environment variable";
        }
        if (name.equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
            return "system property";
        }
        var file = FILE.matcher(name);
        if (!name.startsWith("Config resource") || !file.find()) {
            return "elsewhere";
        }
        return name.contains("class path resource [application.yml]")
                ? "the product's own settings"
                : "settings file " + file.group(1);
    }
}
