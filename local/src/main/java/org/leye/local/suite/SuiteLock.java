package org.leye.local.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

import org.leye.local.StartFailure;
import org.leye.local.StateFolder;

/** Keeps two launchers from starting or stopping the same suite at once; the kernel lets go when the launcher dies. */
public final class SuiteLock implements AutoCloseable {

    private final FileChannel channel;

    private SuiteLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock or gives up at once.
     *
     * @throws StartFailure if another launcher has it
     */
    public static SuiteLock take(StateFolder state) {
        try {
            FileChannel channel =
                    FileChannel.open(state.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartFailure("Another ./leye is at work on " + state.path()
                        + "; see ./leye status, or stop it with ./leye down");
            }
            return new SuiteLock(channel);
        } catch (IOException problem) {
            throw new StartFailure("The state folder " + state.path() + " cannot be locked", problem);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // closing is all that lets go, and the end of this process closes as well
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }
}
