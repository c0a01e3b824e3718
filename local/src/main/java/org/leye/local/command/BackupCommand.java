package org.leye.local.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.leye.local.backup.Backup;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a backup of the running suite. */
@Command(
        name = "backup",
        description =
                "Write a backup of the running suite to a new folder. It holds all secrets: keep it as safe as the suite.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Is made; must not exist.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        Backup backup = CurrentSuite.find().suite().backUp(folder);
        System.out.println("The backup is whole: " + backup.folder());
        System.out.println("It holds all data and all secrets; only you can open the folder. Keep it that way.");
        return 0;
    }
}
