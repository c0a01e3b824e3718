package org.leye.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Every event there is, found in what was compiled: one that is new cannot be forgotten. */
final class Contracts {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/\\s*@EventType", Pattern.DOTALL);
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+ ([^}]*)}");

    private Contracts() {}

    /** The events, in the order of their names on the wire. */
    static List<Class<?>> all() {
        try (var files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(Contracts::load)
                    .filter(type -> type.isAnnotationPresent(EventType.class))
                    .sorted(Comparator.comparing(Contracts::type))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String type(Class<?> event) {
        return event.getAnnotation(EventType.class).value();
    }

    static Topic topic(Class<?> event) {
        return event.getAnnotation(EventType.class).topic();
    }

    /** What the record says of itself: its Javadoc, without the tags. */
    static String description(Class<?> event) {
        var file = SOURCES.resolve(event.getName().replace('.', '/') + ".java");
        try {
            var comment = JAVADOC.matcher(Files.readString(file));
            if (!comment.find()) {
                throw new AssertionError(event.getSimpleName() + " does not say what it tells");
            }
            var text = comment.group(1).replaceAll("\\s*\\n\\s*\\*", " ");
            var beforeTags = text.split("\\s@\\w+ ", 2)[0];
            return INLINE_TAG.matcher(beforeTags).replaceAll("$1").strip().replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(Path file) {
        var name = CLASSES.relativize(file).toString();
        try {
            return Class.forName(
                    name.substring(0, name.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
