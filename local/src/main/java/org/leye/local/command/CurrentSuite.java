package org.leye.local.command;

import org.leye.local.ProjectFolder;
import org.leye.local.StateFolder;
import org.leye.local.suite.Suite;
import org.leye.local.suite.SuiteRecord;
import org.leye.local.suite.SuiteSettings;

/**
 * The suite that the last {@code up} described.
 *
 * @param state its state folder
 * @param record what was remembered
 * @param suite the suite itself, running or not
 */
record CurrentSuite(StateFolder state, SuiteRecord record, Suite suite) {

    static CurrentSuite find() {
        ProjectFolder project = ProjectFolder.find();
        StateFolder state = StateFolder.of(project);
        SuiteRecord record = SuiteRecord.read(state);
        return new CurrentSuite(
                state,
                record,
                Suite.of(SuiteSettings.of(project, state, record.ports()).only(record.parts())));
    }
}
