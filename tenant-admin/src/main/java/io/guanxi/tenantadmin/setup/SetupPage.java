package io.guanxi.tenantadmin.setup;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The form that makes the first operator. */
@Named("setupPage")
@RequestScoped
public class SetupPage {

    @Inject
    private FirstOperator operator;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private String email;
    private String name;
    private String password;
    private String repeated;

    /** Makes the operator and goes on to the operators' pages, which ask to log in. */
    public void create() {
        try {
            operator.create(
                    request.getParameter("token"),
                    new FirstOperator.Entered(email, name, password, repeated),
                    Texts.locale());
            Pages.goTo("/operator/tenants");
        } catch (DomainException broken) {
            errors.add(broken);
        }
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
