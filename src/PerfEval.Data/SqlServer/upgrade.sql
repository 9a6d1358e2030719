IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Audit] (
        [Id] bigint NOT NULL IDENTITY,
        [Chain] nvarchar(60) NOT NULL,
        [Sequence] bigint NOT NULL,
        [At] datetime2 NOT NULL,
        [UserId] int NOT NULL,
        [UserName] nvarchar(50) NOT NULL,
        [Role] nvarchar(40) NULL,
        [Address] nvarchar(45) NULL,
        [Act] nvarchar(60) NOT NULL,
        [Reason] nvarchar(max) NULL,
        [Changes] nvarchar(max) NOT NULL,
        [PreviousHash] varchar(64) NOT NULL,
        [Hash] varchar(64) NOT NULL,
        CONSTRAINT [PK_Audit] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [IndicatorTrees] (
        [Id] int NOT NULL IDENTITY,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [VersionNumber] int NOT NULL,
        [Status] nvarchar(40) NOT NULL,
        [LeafPlaces] int NOT NULL,
        [NotApplicablePolicy] nvarchar(40) NOT NULL,
        [ExecutionDenominator] nvarchar(40) NOT NULL,
        [Caps] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_IndicatorTrees] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Installation] (
        [Name] nvarchar(100) NOT NULL,
        [Value] nvarchar(100) NOT NULL,
        CONSTRAINT [PK_Installation] PRIMARY KEY ([Name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Organisations] (
        [Id] int NOT NULL IDENTITY,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [ParentId] int NULL,
        [Path] nvarchar(400) NOT NULL,
        [IsActive] bit NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Organisations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Organisations_Organisations_ParentId] FOREIGN KEY ([ParentId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Outlines] (
        [Id] int NOT NULL IDENTITY,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        CONSTRAINT [PK_Outlines] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Indicators] (
        [Id] int NOT NULL IDENTITY,
        [ParentId] int NULL,
        [Level] int NOT NULL,
        [Position] int NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [StatedCode] nvarchar(20) NULL,
        [Name] nvarchar(500) NOT NULL,
        [PrintedName] nvarchar(520) NULL,
        [Weight] decimal(9,4) NOT NULL,
        [Rule] nvarchar(max) NULL,
        [Binding] nvarchar(max) NULL,
        [Explanation] nvarchar(4000) NULL,
        [Standard] nvarchar(4000) NULL,
        [EvidenceNeeded] nvarchar(4000) NULL,
        [TreeId] int NOT NULL,
        CONSTRAINT [PK_Indicators] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Indicators_IndicatorTrees_TreeId] FOREIGN KEY ([TreeId]) REFERENCES [IndicatorTrees] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Indicators_Indicators_ParentId] FOREIGN KEY ([ParentId]) REFERENCES [Indicators] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Projects] (
        [Id] int NOT NULL IDENTITY,
        [ChainId] uniqueidentifier NOT NULL,
        [FiscalYear] int NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [OrganisationId] int NOT NULL,
        [SupervisingDepartment] nvarchar(100) NULL,
        [Background] nvarchar(4000) NULL,
        [Purpose] nvarchar(4000) NULL,
        [Version] bigint NOT NULL,
        [Header_AnnexLabel] nvarchar(50) NULL,
        [Header_Signatory] nvarchar(100) NULL,
        [Header_SignedOn] date NULL,
        [Header_Title] nvarchar(300) NULL,
        [Kept_AdjustedBudget] decimal(18,2) NULL,
        [Kept_Allocated] decimal(18,2) NULL,
        [Kept_InitialBudget] decimal(18,2) NULL,
        [Kept_Received] decimal(18,2) NULL,
        [Kept_Spent] decimal(18,2) NULL,
        [Stated_Allocated] decimal(18,2) NULL,
        [Stated_Balance] decimal(18,2) NULL,
        [Stated_Spent] decimal(18,2) NULL,
        CONSTRAINT [PK_Projects] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Projects_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Users] (
        [Id] int NOT NULL IDENTITY,
        [DisplayName] nvarchar(50) NOT NULL,
        [Role] nvarchar(40) NULL,
        [OrganisationId] int NOT NULL,
        [ScopeOrganisationId] int NULL,
        [IsDisabled] bit NOT NULL,
        [MustChangePassword] bit NOT NULL,
        [PasswordChangedAt] datetime2 NULL,
        [LastSignInAt] datetime2 NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(max) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        [PhoneNumber] nvarchar(max) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetimeoffset NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_Users] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Users_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Users_Organisations_ScopeOrganisationId] FOREIGN KEY ([ScopeOrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [OutlineItems] (
        [Id] int NOT NULL IDENTITY,
        [OutlineId] int NOT NULL,
        [Position] int NOT NULL,
        [Level] int NOT NULL,
        [Heading] nvarchar(200) NOT NULL,
        [Required] bit NOT NULL,
        [Guidance] nvarchar(300) NULL,
        [Table] nvarchar(40) NULL,
        CONSTRAINT [PK_OutlineItems] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OutlineItems_Outlines_OutlineId] FOREIGN KEY ([OutlineId]) REFERENCES [Outlines] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [BudgetLines] (
        [Id] uniqueidentifier NOT NULL,
        [ProjectId] int NOT NULL,
        [Position] int NOT NULL,
        [ActivityGroup] nvarchar(100) NOT NULL,
        [Item] nvarchar(500) NOT NULL,
        [ImplementingUnit] nvarchar(100) NOT NULL,
        [Quantity] decimal(18,4) NULL,
        [Measure] nvarchar(20) NULL,
        [UnitPrice] decimal(18,2) NULL,
        [Allocated] decimal(18,2) NULL,
        [Spent] decimal(18,2) NULL,
        [StatedBalance] decimal(18,2) NULL,
        [BalanceReason] nvarchar(500) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_BudgetLines] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_BudgetLines_Projects_ProjectId] FOREIGN KEY ([ProjectId]) REFERENCES [Projects] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [FundingSource] (
        [Id] uniqueidentifier NOT NULL,
        [ProjectId] int NOT NULL,
        [Position] int NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [InitialBudget] decimal(18,2) NULL,
        [Received] decimal(18,2) NULL,
        [Executed] decimal(18,2) NULL,
        [HandedBack] decimal(18,2) NULL,
        [Note] nvarchar(500) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_FundingSource] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FundingSource_Projects_ProjectId] FOREIGN KEY ([ProjectId]) REFERENCES [Projects] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [ImplementationNotes] (
        [Id] uniqueidentifier NOT NULL,
        [ProjectId] int NOT NULL,
        [Position] int NOT NULL,
        [ImplementingUnit] nvarchar(100) NOT NULL,
        [Activity] nvarchar(200) NOT NULL,
        [Description] nvarchar(2000) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ImplementationNotes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ImplementationNotes_Projects_ProjectId] FOREIGN KEY ([ProjectId]) REFERENCES [Projects] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Objectives] (
        [Id] uniqueidentifier NOT NULL,
        [ProjectId] int NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Text] nvarchar(2000) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Objectives] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Objectives_Projects_ProjectId] FOREIGN KEY ([ProjectId]) REFERENCES [Projects] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Sections] (
        [Id] uniqueidentifier NOT NULL,
        [ProjectId] int NOT NULL,
        [Position] int NOT NULL,
        [Level] int NOT NULL,
        [StatedNumber] nvarchar(20) NULL,
        [Heading] nvarchar(200) NOT NULL,
        [RunIn] bit NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [Required] bit NOT NULL,
        [Guidance] nvarchar(300) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Sections] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Sections_Projects_ProjectId] FOREIGN KEY ([ProjectId]) REFERENCES [Projects] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Targets] (
        [Id] uniqueidentifier NOT NULL,
        [ProjectId] int NOT NULL,
        [Position] int NOT NULL,
        [ImplementingUnit] nvarchar(100) NOT NULL,
        [Activity] nvarchar(200) NOT NULL,
        [Goal] nvarchar(2000) NOT NULL,
        [IndicatorName] nvarchar(200) NULL,
        [Direction] nvarchar(40) NOT NULL,
        [TargetValue] decimal(18,4) NULL,
        [Measure] nvarchar(20) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Targets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Targets_Projects_ProjectId] FOREIGN KEY ([ProjectId]) REFERENCES [Projects] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] int NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_Users_UserId] FOREIGN KEY ([UserId]) REFERENCES [Users] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(450) NOT NULL,
        [ProviderKey] nvarchar(450) NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] int NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_Users_UserId] FOREIGN KEY ([UserId]) REFERENCES [Users] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] int NOT NULL,
        [LoginProvider] nvarchar(450) NOT NULL,
        [Name] nvarchar(450) NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_Users_UserId] FOREIGN KEY ([UserId]) REFERENCES [Users] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Evaluations] (
        [Id] int NOT NULL IDENTITY,
        [ProjectId] int NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [State] nvarchar(40) NOT NULL,
        [TreeId] int NULL,
        [ReviewerId] int NULL,
        [SubmittedById] int NULL,
        [SubmittedAt] datetime2 NULL,
        [KeptScore] decimal(9,4) NULL,
        [KeptGrade] nvarchar(40) NULL,
        [IsFiled] bit NOT NULL,
        [StatedScore] decimal(9,4) NULL,
        [StatedGrade] nvarchar(40) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Evaluations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Evaluations_IndicatorTrees_TreeId] FOREIGN KEY ([TreeId]) REFERENCES [IndicatorTrees] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Evaluations_Projects_ProjectId] FOREIGN KEY ([ProjectId]) REFERENCES [Projects] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Evaluations_Users_ReviewerId] FOREIGN KEY ([ReviewerId]) REFERENCES [Users] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [BudgetAdjustments] (
        [Id] uniqueidentifier NOT NULL,
        [FundingSourceId] uniqueidentifier NOT NULL,
        [Date] date NOT NULL,
        [Document] nvarchar(100) NOT NULL,
        [Amount] decimal(18,2) NOT NULL,
        CONSTRAINT [PK_BudgetAdjustments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_BudgetAdjustments_FundingSource_FundingSourceId] FOREIGN KEY ([FundingSourceId]) REFERENCES [FundingSource] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [Achievements] (
        [Id] uniqueidentifier NOT NULL,
        [ProjectId] int NOT NULL,
        [TargetId] uniqueidentifier NULL,
        [Position] int NOT NULL,
        [ImplementingUnit] nvarchar(100) NOT NULL,
        [Activity] nvarchar(200) NOT NULL,
        [Result] nvarchar(2000) NOT NULL,
        [ActualValue] decimal(18,4) NULL,
        [State] nvarchar(40) NOT NULL,
        [StateText] nvarchar(200) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Achievements] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Achievements_Projects_ProjectId] FOREIGN KEY ([ProjectId]) REFERENCES [Projects] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Achievements_Targets_TargetId] FOREIGN KEY ([TargetId]) REFERENCES [Targets] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [ApprovedReports] (
        [Id] uniqueidentifier NOT NULL,
        [EvaluationId] int NOT NULL,
        [At] datetime2 NOT NULL,
        [Pdf] varbinary(max) NOT NULL,
        [Sha256] varchar(64) NOT NULL,
        [Code] varchar(12) NOT NULL,
        [Records] nvarchar(max) NOT NULL,
        [Engine] nvarchar(20) NOT NULL,
        [Fonts] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_ApprovedReports] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ApprovedReports_Evaluations_EvaluationId] FOREIGN KEY ([EvaluationId]) REFERENCES [Evaluations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [EvaluationEvents] (
        [Id] uniqueidentifier NOT NULL,
        [EvaluationId] int NOT NULL,
        [Act] nvarchar(40) NOT NULL,
        [From] nvarchar(40) NOT NULL,
        [To] nvarchar(40) NOT NULL,
        [UserId] int NOT NULL,
        [UserName] nvarchar(50) NOT NULL,
        [Role] nvarchar(40) NULL,
        [At] datetime2 NOT NULL,
        [Reason] nvarchar(1000) NULL,
        CONSTRAINT [PK_EvaluationEvents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EvaluationEvents_Evaluations_EvaluationId] FOREIGN KEY ([EvaluationId]) REFERENCES [Evaluations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [FrozenSheets] (
        [Id] uniqueidentifier NOT NULL,
        [EvaluationId] int NOT NULL,
        [Act] nvarchar(40) NOT NULL,
        [At] datetime2 NOT NULL,
        [Sheet] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_FrozenSheets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FrozenSheets_Evaluations_EvaluationId] FOREIGN KEY ([EvaluationId]) REFERENCES [Evaluations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE TABLE [LeafScores] (
        [Id] uniqueidentifier NOT NULL,
        [EvaluationId] int NOT NULL,
        [IndicatorId] int NOT NULL,
        [Input] nvarchar(max) NULL,
        [OverridePoints] decimal(9,4) NULL,
        [OverrideReason] nvarchar(1000) NULL,
        [Note] nvarchar(1000) NULL,
        [Evidence] nvarchar(1000) NULL,
        [Stated] decimal(9,4) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_LeafScores] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LeafScores_Evaluations_EvaluationId] FOREIGN KEY ([EvaluationId]) REFERENCES [Evaluations] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_LeafScores_Indicators_IndicatorId] FOREIGN KEY ([IndicatorId]) REFERENCES [Indicators] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Achievements_ProjectId] ON [Achievements] ([ProjectId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Achievements_TargetId] ON [Achievements] ([TargetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_ApprovedReports_Code] ON [ApprovedReports] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_ApprovedReports_EvaluationId] ON [ApprovedReports] ([EvaluationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Audit_At] ON [Audit] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Audit_Chain_Sequence] ON [Audit] ([Chain], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_BudgetAdjustments_FundingSourceId] ON [BudgetAdjustments] ([FundingSourceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_BudgetLines_ProjectId_Position] ON [BudgetLines] ([ProjectId], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_EvaluationEvents_EvaluationId] ON [EvaluationEvents] ([EvaluationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Evaluations_ProjectId] ON [Evaluations] ([ProjectId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Evaluations_ReviewerId] ON [Evaluations] ([ReviewerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Evaluations_State] ON [Evaluations] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Evaluations_TreeId] ON [Evaluations] ([TreeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_FrozenSheets_EvaluationId] ON [FrozenSheets] ([EvaluationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_FundingSource_ProjectId] ON [FundingSource] ([ProjectId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_ImplementationNotes_ProjectId] ON [ImplementationNotes] ([ProjectId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Indicators_ParentId] ON [Indicators] ([ParentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Indicators_TreeId_Code] ON [Indicators] ([TreeId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE UNIQUE INDEX [IX_IndicatorTrees_Code_VersionNumber] ON [IndicatorTrees] ([Code], [VersionNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LeafScores_EvaluationId_IndicatorId] ON [LeafScores] ([EvaluationId], [IndicatorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_LeafScores_IndicatorId] ON [LeafScores] ([IndicatorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Objectives_ProjectId_Kind] ON [Objectives] ([ProjectId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Organisations_Code] ON [Organisations] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Organisations_ParentId_Name] ON [Organisations] ([ParentId], [Name]) WHERE [ParentId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Organisations_Path] ON [Organisations] ([Path]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_OutlineItems_OutlineId] ON [OutlineItems] ([OutlineId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Outlines_Code] ON [Outlines] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Projects_ChainId] ON [Projects] ([ChainId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Projects_FiscalYear_Id] ON [Projects] ([FiscalYear], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Projects_OrganisationId_FiscalYear_Name] ON [Projects] ([OrganisationId], [FiscalYear], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Sections_ProjectId_Position] ON [Sections] ([ProjectId], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Targets_ProjectId] ON [Targets] ([ProjectId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [Users] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Users_OrganisationId] ON [Users] ([OrganisationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    CREATE INDEX [IX_Users_ScopeOrganisationId] ON [Users] ([ScopeOrganisationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [Users] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261121032947_First'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261121032947_First', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105332_CarryOver'
)
BEGIN
    ALTER TABLE [Targets] ADD [CarriedFrom] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105332_CarryOver'
)
BEGIN
    ALTER TABLE [Sections] ADD [CarriedFrom] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105332_CarryOver'
)
BEGIN
    ALTER TABLE [Projects] ADD [BackgroundCarriedFrom] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105332_CarryOver'
)
BEGIN
    ALTER TABLE [Projects] ADD [CarriedFromId] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105332_CarryOver'
)
BEGIN
    ALTER TABLE [Projects] ADD [PurposeCarriedFrom] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105332_CarryOver'
)
BEGIN
    ALTER TABLE [Objectives] ADD [CarriedFrom] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105332_CarryOver'
)
BEGIN
    ALTER TABLE [ImplementationNotes] ADD [CarriedFrom] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105332_CarryOver'
)
BEGIN
    CREATE INDEX [IX_Projects_CarriedFromId] ON [Projects] ([CarriedFromId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105332_CarryOver'
)
BEGIN
    ALTER TABLE [Projects] ADD CONSTRAINT [FK_Projects_Projects_CarriedFromId] FOREIGN KEY ([CarriedFromId]) REFERENCES [Projects] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105332_CarryOver'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261124105332_CarryOver', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105816_Evidence'
)
BEGIN
    CREATE TABLE [EvidenceFiles] (
        [Id] uniqueidentifier NOT NULL,
        [ProjectId] int NOT NULL,
        [Subject] nvarchar(40) NOT NULL,
        [SubjectId] uniqueidentifier NULL,
        [IndicatorId] int NULL,
        [FormerPlace] nvarchar(200) NULL,
        [Name] nvarchar(200) NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [MediaType] nvarchar(100) NOT NULL,
        [Size] bigint NOT NULL,
        [Sha256] varchar(64) NOT NULL,
        [UploadedById] int NOT NULL,
        [UploadedByName] nvarchar(50) NOT NULL,
        [UploadedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_EvidenceFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EvidenceFiles_Indicators_IndicatorId] FOREIGN KEY ([IndicatorId]) REFERENCES [Indicators] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_EvidenceFiles_Projects_ProjectId] FOREIGN KEY ([ProjectId]) REFERENCES [Projects] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105816_Evidence'
)
BEGIN
    CREATE TABLE [EvidenceChunks] (
        [EvidenceId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Bytes] varbinary(max) NOT NULL,
        CONSTRAINT [PK_EvidenceChunks] PRIMARY KEY ([EvidenceId], [Number]),
        CONSTRAINT [FK_EvidenceChunks_EvidenceFiles_EvidenceId] FOREIGN KEY ([EvidenceId]) REFERENCES [EvidenceFiles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105816_Evidence'
)
BEGIN
    CREATE INDEX [IX_EvidenceFiles_IndicatorId] ON [EvidenceFiles] ([IndicatorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105816_Evidence'
)
BEGIN
    CREATE INDEX [IX_EvidenceFiles_ProjectId_UploadedAt] ON [EvidenceFiles] ([ProjectId], [UploadedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124105816_Evidence'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261124105816_Evidence', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    DROP INDEX [IX_Indicators_TreeId_Code] ON [Indicators];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [LeafScores] ADD [DepartmentInput] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [LeafScores] ADD [DepartmentPoints] decimal(9,4) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [LeafScores] ADD [DepartmentReason] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [LeafScores] ADD [FinanceInput] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [LeafScores] ADD [TargetId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [IndicatorTrees] ADD [NeedsVerification] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [IndicatorTrees] ADD [Provenance] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [IndicatorTrees] ADD [Version] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [Indicators] ADD [Verification] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [Evaluations] ADD [DepartmentId] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [Evaluations] ADD [KeptChanges] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [Evaluations] ADD [KeptKind] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [Evaluations] ADD [SelfScore] decimal(9,4) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    CREATE TABLE [Surveys] (
        [Id] uniqueidentifier NOT NULL,
        [ProjectId] int NOT NULL,
        [Title] nvarchar(100) NOT NULL,
        [Introduction] nvarchar(1000) NULL,
        [TargetGroup] nvarchar(200) NOT NULL,
        [MinimumValid] int NOT NULL,
        [Sent] int NULL,
        [Method] nvarchar(40) NOT NULL,
        [PassLine] decimal(18,2) NOT NULL,
        [OpensOn] date NULL,
        [ClosesOn] date NULL,
        [LinkLimit] int NOT NULL,
        [Status] nvarchar(40) NOT NULL,
        [Token] varchar(40) NOT NULL,
        [Tally] nvarchar(max) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Surveys] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Surveys_Projects_ProjectId] FOREIGN KEY ([ProjectId]) REFERENCES [Projects] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    CREATE TABLE [SurveyQuestions] (
        [Id] uniqueidentifier NOT NULL,
        [SurveyId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [Text] nvarchar(200) NOT NULL,
        [Scale] nvarchar(40) NOT NULL,
        [Options] nvarchar(max) NOT NULL,
        [SatisfiedFrom] decimal(18,2) NOT NULL,
        [Counts] bit NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_SurveyQuestions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SurveyQuestions_Surveys_SurveyId] FOREIGN KEY ([SurveyId]) REFERENCES [Surveys] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    CREATE TABLE [SurveySheets] (
        [Id] uniqueidentifier NOT NULL,
        [SurveyId] uniqueidentifier NOT NULL,
        [Source] nvarchar(40) NOT NULL,
        [Number] int NULL,
        [Marks] varchar(30) NOT NULL,
        [Texts] nvarchar(max) NULL,
        [IsValid] bit NOT NULL,
        [ReceivedOn] date NOT NULL,
        CONSTRAINT [PK_SurveySheets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SurveySheets_Surveys_SurveyId] FOREIGN KEY ([SurveyId]) REFERENCES [Surveys] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    CREATE INDEX [IX_LeafScores_TargetId] ON [LeafScores] ([TargetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    CREATE INDEX [IX_Indicators_TreeId_Code] ON [Indicators] ([TreeId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    CREATE INDEX [IX_Evaluations_DepartmentId] ON [Evaluations] ([DepartmentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    CREATE INDEX [IX_SurveyQuestions_SurveyId] ON [SurveyQuestions] ([SurveyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Surveys_ProjectId] ON [Surveys] ([ProjectId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Surveys_Token] ON [Surveys] ([Token]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    CREATE INDEX [IX_SurveySheets_SurveyId_Marks_IsValid_Source] ON [SurveySheets] ([SurveyId], [Marks], [IsValid], [Source]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_SurveySheets_SurveyId_Number] ON [SurveySheets] ([SurveyId], [Number]) WHERE [Number] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [Evaluations] ADD CONSTRAINT [FK_Evaluations_Organisations_DepartmentId] FOREIGN KEY ([DepartmentId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    ALTER TABLE [LeafScores] ADD CONSTRAINT [FK_LeafScores_Targets_TargetId] FOREIGN KEY ([TargetId]) REFERENCES [Targets] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125144857_DesignSurveysKinds'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125144857_DesignSurveysKinds', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125163709_FindingAnswers'
)
BEGIN
    ALTER TABLE [Projects] ADD [Header_WithChecks] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125163709_FindingAnswers'
)
BEGIN
    CREATE TABLE [FindingAnswers] (
        [Id] uniqueidentifier NOT NULL,
        [ProjectId] int NOT NULL,
        [Key] varchar(24) NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [Explanation] nvarchar(500) NOT NULL,
        [Reason] nvarchar(500) NOT NULL,
        [UserId] int NOT NULL,
        [UserName] nvarchar(50) NOT NULL,
        [At] datetime2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_FindingAnswers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FindingAnswers_Projects_ProjectId] FOREIGN KEY ([ProjectId]) REFERENCES [Projects] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125163709_FindingAnswers'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FindingAnswers_ProjectId_Key] ON [FindingAnswers] ([ProjectId], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125163709_FindingAnswers'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125163709_FindingAnswers', N'10.0.14');
END;

COMMIT;
GO

