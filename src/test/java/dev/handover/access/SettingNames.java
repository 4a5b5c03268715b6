package dev.handover.access;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** All settings that records describe, by name. A key of a map is {@link #KEY}, a place in a list is left out. */
final class SettingNames {

    static final String KEY = "<key>";

    private SettingNames() {}

    /** By the type of their last value. */
    static Map<String, Class<?>> all() {
        var names = new TreeMap<String, Class<?>>();
        records().forEach(type -> add(prefix(type), type, names));
        return names;
    }

    static Stream<Class<?>> records() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var found = new ArrayList<Class<?>>();
        scan.findCandidateComponents("dev.handover")
                .forEach(each -> found.add(
                        ClassUtils.resolveClassName(each.getBeanClassName(), SettingNames.class.getClassLoader())));
        return found.stream()
                .filter(Class::isRecord)
                .filter(type -> prefix(type).startsWith("handover"));
    }

    static String prefix(Class<?> type) {
        return AnnotationUtils.findAnnotation(type, ConfigurationProperties.class)
                .prefix();
    }

    private static void add(String name, Class<?> type, Map<String, Class<?>> into) {
        Arrays.stream(type.getRecordComponents())
                .forEach(part -> add(name + '.' + nameOf(type, part), part.getGenericType(), into));
    }

    private static void add(String name, Type type, Map<String, Class<?>> into) {
        if (type instanceof ParameterizedType many) {
            var arguments = many.getActualTypeArguments();
            add(many.getRawType() == Map.class ? name + '.' + KEY : name, arguments[arguments.length - 1], into);
        } else if (type instanceof Class<?> one && one.isRecord()) {
            add(name, one, into);
        } else if (type instanceof Class<?> one) {
            into.put(name, one);
        }
    }

    private static String nameOf(Class<?> type, RecordComponent part) {
        return Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(part.getName()))
                .filter(parameter -> parameter.isAnnotationPresent(Name.class))
                .map(parameter -> parameter.getAnnotation(Name.class).value())
                .findFirst()
                .orElseGet(() -> DataObjectPropertyName.toDashedForm(part.getName()));
    }
}
