package io.guanxi.tenantadmin.signup;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.tenantadmin.identity.KeycloakAdmin;
import io.guanxi.tenantadmin.legal.LegalText;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Input;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Regions;
import io.guanxi.tenantadmin.page.Regions.Choice;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.people.GivenAndFamily;
import io.guanxi.tenantadmin.provisioning.NewTenant;
import io.guanxi.tenantadmin.provisioning.Password;
import io.guanxi.tenantadmin.provisioning.Provisioning;
import io.guanxi.tenantadmin.provisioning.ProvisioningLedger;
import io.guanxi.tenantadmin.provisioning.SelfSignUp;
import io.guanxi.tenantadmin.provisioning.TenantProvisioning;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The form about the company and its first owner, behind a link that was mailed. */
@Named("companyPage")
@RequestScoped
public class CompanyPage {

    @Inject
    private SignUps signUps;

    @Inject
    private ProvisioningLedger ledger;

    @Inject
    private TenantProvisioning provisioning;

    @Inject
    private SignUpRuns runs;

    @Inject
    private KeycloakAdmin keycloak;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private final CompanyForm form = new CompanyForm();

    private SignUp signUp;
    private Optional<Provisioning> begun;
    private Boolean known;

    /** The servlet has seen that the link is good. */
    @PostConstruct
    void open() {
        signUp = signUps.find(request.getParameter("token")).orElseThrow();
        begun = ledger.findBySignUp(signUp.id());
        form.propose(Collections.list(request.getLocales()), GivenAndFamily.guess(signUp.email()));
    }

    public CompanyForm getForm() {
        return form;
    }

    public String getEmail() {
        return signUp.email();
    }

    /** Whether the company was asked for already, and its making broke off: then no more is asked than the password. */
    public boolean isBegun() {
        return begun.isPresent();
    }

    public String getBegunName() {
        return begun.map(Provisioning::name).orElse("");
    }

    /** Whether the person has a log-in that stays as it is. */
    public boolean isKnown() {
        if (known == null) {
            known = keycloak.findPerson(signUp.email())
                    .filter(person -> keycloak.hasWayIn(person.subject()))
                    .isPresent();
        }
        return known;
    }

    public List<Choice> getCountries() {
        return Regions.in(Texts.locale()).countries();
    }

    public List<Choice> getCurrencies() {
        return Regions.in(Texts.locale()).currencies();
    }

    public List<Choice> getZones() {
        return Regions.in(Texts.locale()).zones();
    }

    /** Currency and zone by country, for the script. */
    public String getByCountry() {
        return Regions.byCountry();
    }

    /** Begins to make the company, or goes on with it. */
    public void create() {
        try {
            checkPassword();
            Provisioning one = begun.isPresent() ? begun.get() : reserve();
            Optional<Password> password = Optional.ofNullable(form.getPassword())
                    .filter(text -> !isKnown())
                    .map(Password::new);
            runs.start(one, password);
            Pages.goTo(CompanyServlet.PROGRESS + "?token=" + request.getParameter("token"));
        } catch (DomainException broken) {
            errors.add(broken);
        }
    }

    private void checkPassword() {
        if (begun.isPresent() && !isKnown()) {
            List<FieldError> wrong = new ArrayList<>();
            form.checkPassword(signUp.email(), wrong);
            if (!wrong.isEmpty()) {
                throw new InvalidRecord(wrong);
            }
        }
    }

    private Provisioning reserve() {
        List<FieldError> wrong = new ArrayList<>();
        String owner = Input.text("/ownerName", form.getOwnerName(), CompanyForm.LONGEST_NAME, wrong);
        if (!isKnown()) {
            form.checkPassword(signUp.email(), wrong);
        }
        if (!form.isAccepted()) {
            wrong.add(FieldError.of("/accepted", "signup.accept"));
        }
        NewTenant company = checked(wrong);
        SelfSignUp itself = new SelfSignUp(
                signUp.id(),
                owner,
                form.isSamples(),
                LegalText.TERMS.version(),
                LegalText.PRIVACY.version(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        try {
            return provisioning.reserve(company.by(itself));
        } catch (DuplicateValue taken) {
            throw new InvalidRecord(FieldError.of("/slug", "slug.taken", provisioning.propose(company.name())));
        }
    }

    private NewTenant checked(List<FieldError> wrong) {
        NewTenant company = null;
        try {
            company = NewTenant.checked(form.entered(signUp.email()));
        } catch (InvalidRecord invalid) {
            wrong.addAll(0, invalid.errors());
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRecord(wrong);
        }
        return company;
    }
}
