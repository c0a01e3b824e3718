package org.leye.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Passwords and keys of one suite, one file each. A secret is made when first asked for and never rewritten: a pepper
 * that changes would give every person a second key. The data keys are the one exception: they may be changed for others.
 */
public final class Secrets {

    /** The file of the data keys, the only one that changes while a suite runs. */
    public static final String DATA_KEYS = "data-keys";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final String DATA_KEYS_BEFORE = "data-keys.before";

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secrets kept in this folder, which need not exist yet. */
    public static Secrets in(Path folder) {
        return new Secrets(folder);
    }

    /** Makes what is not there yet, so that a backup of the folder after the first start is whole. */
    public void create(Collection<String> clients) {
        Part.databaseOwners().forEach(this::databasePassword);
        clients.forEach(this::clientSecret);
        postgresSuperuser();
        keycloakAdmin();
        sandboxUsersKey();
        pepper();
        dataKeys();
        cursorKey();
    }

    /** Password of the database role of a part. */
    public String databasePassword(Part part) {
        return password("database-" + part.label());
    }

    public String postgresSuperuser() {
        return password("postgres-superuser");
    }

    public String keycloakAdmin() {
        return password("keycloak-admin");
    }

    /** Secret of a confidential client of the realm. */
    public String clientSecret(String client) {
        return password("client-" + client);
    }

    /** Key from which the passwords of the sandbox's users are derived. */
    public byte[] sandboxUsersKey() {
        return Base64.getDecoder().decode(keep("sandbox-users-key", Secrets::randomKey));
    }

    /** Pepper of the person key: 32 bytes in base64. */
    public String pepper() {
        return keep("pepper", Secrets::randomKey);
    }

    /** Keys of field encryption, the one that seals first: key id, colon, 32 bytes in base64, separated by commas. */
    public String dataKeys() {
        return keep(DATA_KEYS, () -> "k1:" + randomKey());
    }

    /** 32 new bytes in base64. */
    public static String newDataKey() {
        return randomKey();
    }

    /** Keeps the data keys as they are now beside those that will take their place. */
    public void keepDataKeys() {
        keep(DATA_KEYS_BEFORE, this::dataKeys);
    }

    /** The data keys from before a change that is not finished. */
    public Optional<String> dataKeysBefore() {
        return Files.exists(folder.resolve(DATA_KEYS_BEFORE))
                ? Optional.of(keep(DATA_KEYS_BEFORE, this::dataKeys))
                : Optional.empty();
    }

    /** The change is finished: what was before is deleted. */
    public void forgetDataKeysBefore() {
        try {
            Files.deleteIfExists(folder.resolve(DATA_KEYS_BEFORE));
        } catch (IOException problem) {
            throw new UncheckedIOException("The data keys from before cannot be deleted", problem);
        }
    }

    /** Other data keys take the place of those that are there: a power cut leaves the ones or the others, whole. */
    public void replaceDataKeys(String keys) {
        try {
            Path aside = aside();
            try {
                Files.writeString(aside, keys);
                force(aside, StandardOpenOption.WRITE);
                Files.move(
                        aside,
                        folder.resolve(DATA_KEYS),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                force(folder, StandardOpenOption.READ);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("The data keys cannot be changed", problem);
        }
    }

    /** Key that signs paging cursors: 32 bytes in base64. */
    public String cursorKey() {
        return keep("cursor-key", Secrets::randomKey);
    }

    /** Private key of the sandbox's verifier of identities, in the form in which the verifier makes it. */
    public String sandboxVerifierKey(Supplier<String> newKey) {
        return keep("sandbox-verifier-key", newKey);
    }

    private String password(String name) {
        return keep(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(24)));
    }

    private String keep(String name, Supplier<String> newValue) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, newValue.get());
            }
            return Files.readString(file).strip();
        } catch (IOException problem) {
            throw new UncheckedIOException("The secret " + file + " cannot be read or made", problem);
        }
    }

    /** Written aside and linked: a crash leaves the whole secret or none, and of two writers one wins for both. */
    private void write(Path file, String value) throws IOException {
        Files.createDirectories(folder.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path aside = aside();
        try {
            Files.writeString(aside, value);
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException another) {
            // whoever came first made the secret; it is read by the caller
        } finally {
            Files.delete(aside);
        }
    }

    private Path aside() throws IOException {
        return Files.createTempFile(
                folder,
                ".new-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static void force(Path fileOrFolder, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, access)) {
            channel.force(true);
        }
    }

    private static String randomKey() {
        return Base64.getEncoder().encodeToString(random(KEY_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
