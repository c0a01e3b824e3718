package org.leye.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.leye.local.StartFailure;
import org.leye.local.process.Folders;
import org.leye.local.process.UnprivilegedUser;

/**
 * Where binaries and data lie and who owns them. As root that is the wanted folder if the unprivileged user can enter it;
 * if not (a project below root's home, for example) it is a folder of its own elsewhere, recorded in the wanted one.
 *
 * @param folder binaries and data
 * @param user who owns the folder and runs the server; empty when that is whoever started the launcher
 */
record PostgresPlace(Path folder, Optional<UnprivilegedUser> user) {

    /** Reachable for everyone; the first is not swept by time as the second may be. */
    private static final List<Path> ELSEWHERE = List.of(Path.of("/var/lib"), Path.of("/var/tmp"));

    static PostgresPlace choose(Path wanted) {
        Optional<UnprivilegedUser> user = UnprivilegedUser.ifRoot();
        try {
            Files.createDirectories(wanted);
            Path folder = wanted;
            if (user.isPresent()) {
                folder = recorded(wanted).orElse(wanted);
                if (folder.equals(wanted) && !user.get().mayEnter(wanted.getParent())) {
                    folder = elsewhere(wanted);
                }
                user.get().own(Files.createDirectories(folder));
            }
            return new PostgresPlace(folder, user);
        } catch (IOException problem) {
            throw new StartFailure("The folder " + wanted + " cannot be prepared for PostgreSQL", problem);
        }
    }

    /** Where a server that was started before lies; changes nothing. */
    static PostgresPlace known(Path wanted) {
        return new PostgresPlace(recorded(wanted).orElse(wanted), UnprivilegedUser.ifRoot());
    }

    /** Removes binaries and data, wherever they are. */
    static void delete(Path wanted) {
        recorded(wanted).ifPresent(Folders::delete);
        Folders.delete(wanted);
    }

    List<String> asOwner(List<String> command) {
        return user.map(owner -> owner.wrap(command)).orElse(command);
    }

    void giveToOwner(Path path) throws IOException {
        if (user.isPresent()) {
            user.get().own(path);
        }
    }

    private static Path elsewhere(Path wanted) throws IOException {
        for (Path parent : ELSEWHERE) {
            if (Files.isWritable(parent)) {
                Path folder = Files.createTempDirectory(parent, "leye-postgres-");
                Files.writeString(record(wanted), folder + "\n");
                return folder;
            }
        }
        throw new StartFailure("PostgreSQL does not run as root and its own user may not enter " + wanted
                + "; put the state elsewhere with LEYE_STATE=FOLDER.");
    }

    private static Optional<Path> recorded(Path wanted) {
        try {
            return Files.exists(record(wanted))
                    ? Optional.of(Path.of(Files.readString(record(wanted)).strip()))
                    : Optional.empty();
        } catch (IOException problem) {
            throw new StartFailure("The file " + record(wanted) + " cannot be read", problem);
        }
    }

    private static Path record(Path wanted) {
        return wanted.resolve("place");
    }
}
