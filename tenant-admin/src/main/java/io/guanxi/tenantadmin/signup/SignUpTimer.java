package io.guanxi.tenantadmin.signup;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Sends what was not sent, and forgets what is of no use. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SignUpTimer {

    @Inject
    private SignUps signUps;

    @Inject
    private SignUpLimits limits;

    @Inject
    private SignUpMails mails;

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    void send() {
        signUps.unsent().forEach(mails::send);
    }

    @Schedule(hour = "*", minute = "7", persistent = false)
    void forget() {
        signUps.forgetOld();
        limits.forgetOld();
    }
}
