package io.guanxi.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.EntityShape;
import io.guanxi.kernel.record.RecordSource;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.persistence.annotations.Multitenant;

/** The rules that keep tenants apart and modules in their direction, read from the compiled classes. */
@AnalyzeClasses(packages = "io.guanxi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> NATIVE =
            Set.of("createNativeQuery", "createStoredProcedureQuery", "createNamedStoredProcedureQuery", "unwrap");

    @ArchTest
    static final ArchRule theKernelKnowsNoModule = noClasses()
            .that()
            .resideInAPackage("io.guanxi.kernel..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.guanxi..").and(resideOutsideOfPackage("io.guanxi.kernel..")));

    @ArchTest
    static final ArchRule modulesDoNotKnowTheDemo = noClasses()
            .that()
            .resideOutsideOfPackages("io.guanxi.demo..", "io.guanxi.architecture..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.guanxi.demo..");

    @ArchTest
    static final ArchRule customersKnowNoOtherModule = noClasses()
            .that()
            .resideInAPackage("io.guanxi.customers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.guanxi.products..", "io.guanxi.orders..", "io.guanxi.documents..");

    @ArchTest
    static final ArchRule productsKnowNoOrders = noClasses()
            .that()
            .resideInAPackage("io.guanxi.products..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.guanxi.orders..", "io.guanxi.documents..");

    @ArchTest
    static final ArchRule everyEntityIsMultitenant = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .beMetaAnnotatedWith(Multitenant.class)
            .orShould()
            .beAssignableTo(io.guanxi.kernel.record.CrmRecord.class);

    @ArchTest
    static final ArchRule entitiesPointByIdAlone = noFields()
            .should()
            .beAnnotatedWith(ManyToOne.class)
            .orShould()
            .beAnnotatedWith(OneToOne.class)
            .orShould()
            .beAnnotatedWith(OneToMany.class)
            .orShould()
            .beAnnotatedWith(ManyToMany.class)
            .orShould()
            .beAnnotatedWith(ElementCollection.class)
            .because("outer joins and collections are where EclipseLink's tenant filter has holes");

    @ArchTest
    static final ArchRule nobodyGoesAroundJpa = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("native SQL through an entity manager") {
                @Override
                public boolean test(JavaCall<?> call) {
                    return call.getTargetOwner().isAssignableTo(EntityManager.class) && NATIVE.contains(call.getName());
                }
            });

    @ArchTest
    static final ArchRule plainSqlGoesThroughTheGateway = noClasses()
            .that()
            .resideOutsideOfPackage("io.guanxi.kernel.database..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DataSource.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.sql.Connection.class);

    @ArchTest
    static final ArchRule servicesWithAnEntityManagerAreBoundToTheTenant = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .and()
            .containAnyFieldsThat(new DescribedPredicate<>("hold an entity manager") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaField field) {
                    return field.getRawType().isAssignableTo(EntityManager.class);
                }
            })
            .should()
            .beAnnotatedWith(TenantBound.class);

    @ArchTest
    static final ArchRule whatOthersCallOfAServiceIsPublic = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Singleton.class)
            .and()
            .areNotPrivate()
            .and()
            .areNotStatic()
            .and()
            .areNotAnnotatedWith(PostConstruct.class)
            .and()
            .areNotAnnotatedWith(PreDestroy.class)
            .should()
            .bePublic()
            .because("the container refuses calls of other methods, and only when they are made");

    @ArchTest
    static final ArchRule entitiesOfObjectsAreNamedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("io.guanxi.kernel.object..")
            .and()
            .doNotBelongToAnyOf(RecordSource.class, EntityShape.class)
            .and()
            .haveNameNotMatching("io\\.guanxi\\.kernel\\.record\\.(Parts|RecordFinder)")
            .should()
            .callMethod(ObjectDescriptor.class, "entity")
            .because("a query on an entity of many objects that forgets the object shows the records of others");

    @ArchTest
    static final ArchRule loggersAreConstants = fields().that()
            .haveRawType(java.util.logging.Logger.class)
            .should()
            .beStatic()
            .andShould()
            .beFinal();

    @ArchTest
    static final ArchRule moduleParentsHaveNoCycles =
            slices().matching("io.guanxi.(*)..").should().beFreeOfCycles();
}
