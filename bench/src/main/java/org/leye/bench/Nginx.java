package org.leye.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.leye.local.process.Folders;
import org.leye.local.process.HttpProbe;
import org.leye.local.process.LastDuty;
import org.leye.local.process.Pause;

/** An nginx in a folder of its own: the stand-in for services, or the peer of the gateway. */
final class Nginx implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Process process;
    private final LastDuty duty;

    private Nginx(Path folder, int port, String servers) {
        Folders.emptied(folder);
        var configuration = folder.resolve("nginx.conf");
        try {
            Files.writeString(configuration, configuration(folder, servers));
            process = new ProcessBuilder(
                            Tool.NGINX.path(),
                            "-p",
                            folder.toString(),
                            "-e",
                            folder.resolve("error.log").toString(),
                            "-c",
                            configuration.toString())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        duty = LastDuty.of(this::stop);
        awaitAnswer(port, folder);
    }

    /** Answers everything on these ports with this JSON. */
    static Nginx answering(Path folder, List<Integer> ports, String json) {
        var listen = ports.stream().map("listen 127.0.0.1:%d;"::formatted).collect(Collectors.joining(" "));
        return new Nginx(folder, ports.getFirst(), """
                server {
                  %s
                  location / { default_type application/json; return 200 '%s'; }
                }
                """.formatted(listen, json));
    }

    /** Passes everything on to another port, over connections that are kept. */
    static Nginx proxy(Path folder, int port, int upstream) {
        return new Nginx(folder, port, """
                upstream service { server 127.0.0.1:%d; keepalive 64; keepalive_requests 100000000; }
                server {
                  listen 127.0.0.1:%d;
                  location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }
                }
                """.formatted(upstream, port));
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        duty.close();
    }

    private static String configuration(Path folder, String servers) {
        return """
                daemon off;
                worker_processes auto;
                pid %1$s/nginx.pid;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  keepalive_requests 100000000;
                  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                  %2$s
                }
                """.formatted(folder, servers);
    }

    private void awaitAnswer(int port, Path folder) {
        var probe = new HttpProbe(URI.create("http://127.0.0.1:" + port + "/"));
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!probe.answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("nginx does not answer; its words are in " + folder);
            }
            Pause.of(POLL);
        }
    }

    private void stop() {
        // asked, not killed: the parent takes its workers with it
        process.destroy();
        process.onExit().join();
    }
}
