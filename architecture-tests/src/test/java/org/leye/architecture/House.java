package org.leye.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The compiled main classes of every module. */
final class House {

    static final List<String> SERVICES = List.of("subsidy", "jobmatch", "broker", "training");

    static final JavaClasses CLASSES = read();

    private House() {}

    private static JavaClasses read() {
        var project = Path.of(System.getProperty("leye.project"));
        try (var folders =
                Files.find(project, 4, (path, file) -> file.isDirectory() && path.endsWith("target/classes"))) {
            var classes = new ClassFileImporter().importPaths(folders.toList());
            for (var service : SERVICES) {
                if (classes.stream().noneMatch(each -> each.getPackageName().startsWith("org.leye." + service))) {
                    throw new IllegalStateException(service + " is not compiled");
                }
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
