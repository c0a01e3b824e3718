package org.leye.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.leye.local.StartFailure;

/**
 * Whom a program becomes that refuses to run as root.
 *
 * @param name user name
 * @param uid user id
 * @param gid primary group id
 */
public record UnprivilegedUser(String name, String uid, String gid) {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    /** Empty unless this process runs as root. */
    public static Optional<UnprivilegedUser> ifRoot() {
        try {
            if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
                return Optional.empty();
            }
        } catch (IOException problem) {
            throw new StartFailure("/proc cannot be read", problem);
        }
        return Optional.of(CANDIDATES.stream()
                .flatMap(name -> find(name).stream())
                .findFirst()
                .orElseThrow(() -> new StartFailure(
                        "PostgreSQL refuses to run as root and this machine has no user postgres or nobody.")));
    }

    /** The command as this user would run it; it keeps its pid. */
    public List<String> wrap(List<String> command) {
        List<String> wrapped =
                new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"));
        wrapped.addAll(command);
        return wrapped;
    }

    /** Whether this user may enter the folder: every folder above it counts. */
    public boolean mayEnter(Path folder) {
        return Command.run(wrap(List.of("sh", "-c", "cd \"$0\"", folder.toString())))
                .ok();
    }

    /** Gives a file or a whole folder to this user. */
    public void own(Path root) throws IOException {
        var lookup = root.getFileSystem().getUserPrincipalLookupService();
        UserPrincipal owner = lookup.lookupPrincipalByName(uid);
        GroupPrincipal group = lookup.lookupPrincipalByGroupName(gid);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                PosixFileAttributeView view =
                        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
                view.setOwner(owner);
                view.setGroup(group);
            }
        }
    }

    private static Optional<UnprivilegedUser> find(String name) {
        Command.Result uid = Command.run(List.of("id", "-u", name));
        Command.Result gid = Command.run(List.of("id", "-g", name));
        return uid.ok() && gid.ok()
                ? Optional.of(new UnprivilegedUser(
                        name, uid.output().strip(), gid.output().strip()))
                : Optional.empty();
    }
}
