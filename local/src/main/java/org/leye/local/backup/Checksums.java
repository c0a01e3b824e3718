package org.leye.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sums of all files of a folder, in a file that {@code sha256sum --check} reads as well. */
final class Checksums {

    private static final String FILE = "SHA256SUMS";
    private static final int HEX_DIGITS = 64;

    private Checksums() {}

    static void write(Path folder) throws IOException {
        String lines = of(folder).entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve(FILE), lines);
    }

    /** Whether every file is there and as it was, and none besides; names those that are not. */
    static TreeSet<String> differing(Path folder) throws IOException {
        SortedMap<String, String> written = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(FILE))) {
            written.put(line.substring(HEX_DIGITS + 2), line.substring(0, HEX_DIGITS));
        }
        SortedMap<String, String> found = of(folder);
        TreeSet<String> differing = new TreeSet<>(written.keySet());
        differing.addAll(found.keySet());
        differing.removeIf(file -> found.containsKey(file) && found.get(file).equals(written.get(file)));
        return differing;
    }

    private static SortedMap<String, String> of(Path folder) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file).toString();
                if (!name.equals(FILE)) {
                    sums.put(name, sum(file));
                }
            }
        }
        return sums;
    }

    private static String sum(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 16];
            while (digested.read(buffer) >= 0) {
                // the digest sees all that is read
            }
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
