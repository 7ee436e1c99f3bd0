package io.guanxi.integrations.rest;

import io.guanxi.integrations.rest.admin.AuditResource;
import io.guanxi.integrations.rest.admin.CleansingResource;
import io.guanxi.integrations.rest.admin.ClientResource;
import io.guanxi.integrations.rest.admin.ClosingResource;
import io.guanxi.integrations.rest.admin.CompanyResource;
import io.guanxi.integrations.rest.admin.CompletenessWeightResource;
import io.guanxi.integrations.rest.admin.FieldDefinitionResource;
import io.guanxi.integrations.rest.admin.IdentityProviderResource;
import io.guanxi.integrations.rest.admin.IsolationProofResource;
import io.guanxi.integrations.rest.admin.LayoutResource;
import io.guanxi.integrations.rest.admin.ModuleResource;
import io.guanxi.integrations.rest.admin.ObjectDefinitionResource;
import io.guanxi.integrations.rest.admin.PatienceResource;
import io.guanxi.integrations.rest.admin.PersonResource;
import io.guanxi.integrations.rest.admin.PersonSessionResource;
import io.guanxi.integrations.rest.admin.RoleResource;
import io.guanxi.integrations.rest.admin.SampleResource;
import io.guanxi.integrations.rest.admin.SecondFactorResource;
import io.guanxi.integrations.rest.admin.SecurityResource;
import io.guanxi.integrations.rest.admin.SessionResource;
import io.guanxi.integrations.rest.admin.SharingRuleResource;
import io.guanxi.integrations.rest.admin.SupportResource;
import io.guanxi.integrations.rest.admin.TeamResource;
import io.guanxi.integrations.rest.admin.TenantExportResource;
import io.guanxi.integrations.rest.admin.UsageResource;
import io.guanxi.integrations.rest.admin.ValidationRuleResource;
import io.guanxi.integrations.rest.customers.AccountPeopleResource;
import io.guanxi.integrations.rest.customers.ClassificationResource;
import io.guanxi.integrations.rest.customers.ContactPeopleResource;
import io.guanxi.integrations.rest.customers.InsightResource;
import io.guanxi.integrations.rest.customers.LifecycleResource;
import io.guanxi.integrations.rest.customers.StagesResource;
import io.guanxi.integrations.rest.customers.TagRuleTrialResource;
import io.guanxi.integrations.rest.imports.ImportMappingResource;
import io.guanxi.integrations.rest.jobs.JobResource;
import io.guanxi.integrations.rest.openapi.DocsResource;
import io.guanxi.integrations.rest.openapi.OpenApiResource;
import io.guanxi.integrations.rest.openapi.TenantOpenApiResource;
import io.guanxi.integrations.rest.problems.ProblemMapper;
import io.guanxi.integrations.rest.records.BulkResource;
import io.guanxi.integrations.rest.records.CompletenessResource;
import io.guanxi.integrations.rest.records.DocumentContentResource;
import io.guanxi.integrations.rest.records.DuplicateResource;
import io.guanxi.integrations.rest.records.HistoryResource;
import io.guanxi.integrations.rest.records.MergeResource;
import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.integrations.rest.records.ShareResource;
import io.guanxi.integrations.rest.records.TagsResource;
import io.guanxi.integrations.rest.records.UnmergeResource;
import io.guanxi.integrations.rest.search.SearchResource;
import io.guanxi.integrations.rest.views.ViewResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The routes under {@code /api}. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                RecordResource.class,
                HistoryResource.class,
                TagsResource.class,
                BulkResource.class,
                DocumentContentResource.class,
                FieldDefinitionResource.class,
                DuplicateResource.class,
                MergeResource.class,
                UnmergeResource.class,
                ValidationRuleResource.class,
                ObjectDefinitionResource.class,
                LayoutResource.class,
                InsightResource.class,
                AccountPeopleResource.class,
                ContactPeopleResource.class,
                TagRuleTrialResource.class,
                ClassificationResource.class,
                LifecycleResource.class,
                StagesResource.class,
                CompletenessWeightResource.class,
                CompletenessResource.class,
                CleansingResource.class,
                PatienceResource.class,
                CompanyResource.class,
                SampleResource.class,
                TenantExportResource.class,
                ModuleResource.class,
                UsageResource.class,
                SupportResource.class,
                ClosingResource.class,
                AuditResource.class,
                IsolationProofResource.class,
                ClientResource.class,
                IdentityProviderResource.class,
                PersonResource.class,
                PersonSessionResource.class,
                SessionResource.class,
                SecurityResource.class,
                SecondFactorResource.class,
                RoleResource.class,
                TeamResource.class,
                SharingRuleResource.class,
                ShareResource.class,
                JobResource.class,
                ViewResource.class,
                ImportMappingResource.class,
                SearchResource.class,
                OpenApiResource.class,
                TenantOpenApiResource.class,
                DocsResource.class,
                CallerRequired.class,
                PlanGate.class,
                ReadOnlyGate.class,
                AnswerHeaders.class,
                ProblemMapper.class);
    }

    /** No WADL beside OpenAPI, and addresses relative to whatever name the caller used for this server. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.headers.location.relative.resolution.disabled", true);
    }
}
