package io.crmkit.core.service;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.value.Revision;

/** What sellers do, and when. */
public final class Activities extends Records<Activity, ActivityId> {

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Activities(Call call) {
        super(call, call.stores().activities());
    }

    /**
     * Records an activity.
     *
     * @param command what was done, or is planned
     * @return the activity as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     */
    public Activity record(RecordActivity command) {
        RecordActivity done = call().commands().check(command);
        return added(new Activity(
                new ActivityId(call().ids().next()),
                Revision.NONE,
                done.type(),
                done.seller(),
                done.at(),
                done.state(),
                done.subjects(),
                null));
    }
}
