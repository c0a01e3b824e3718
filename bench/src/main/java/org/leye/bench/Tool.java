package org.leye.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Programs of the machine that measures lean on: peers and load drivers. None is needed to build or run the suite. */
enum Tool {
    PGBENCH("pgbench", "postgresql"),
    NGINX("nginx", "nginx"),
    WRK("wrk", "wrk");

    private final String program;
    private final String debianPackage;

    Tool(String program, String debianPackage) {
        this.program = program;
        this.debianPackage = debianPackage;
    }

    /**
     * Where the program lies.
     *
     * @throws IllegalStateException that says how to get it
     */
    String path() {
        // servers lie where only root looks
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s is missing; on Debian: apt-get install %s".formatted(program, debianPackage)))
                .toString();
    }
}
