using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerfEval.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DesignSurveysKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators");

            migrationBuilder.AddColumn<string>(
                name: "DepartmentInput",
                table: "LeafScores",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "DepartmentPoints",
                table: "LeafScores",
                type: "TEXT",
                precision: 9,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DepartmentReason",
                table: "LeafScores",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FinanceInput",
                table: "LeafScores",
                type: "TEXT",
                nullable: true);

            // A foreign key added by itself would copy the whole table outside a transaction; with its column SQLite takes it as it is.
            migrationBuilder.Sql(
                "ALTER TABLE \"LeafScores\" ADD \"TargetId\" TEXT NULL CONSTRAINT \"FK_LeafScores_Targets_TargetId\" REFERENCES \"Targets\" (\"Id\") ON DELETE RESTRICT;");

            migrationBuilder.AddColumn<bool>(
                name: "NeedsVerification",
                table: "IndicatorTrees",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Provenance",
                table: "IndicatorTrees",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "IndicatorTrees",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Verification",
                table: "Indicators",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            // A foreign key added by itself would copy the whole table outside a transaction; with its column SQLite takes it as it is.
            migrationBuilder.Sql(
                "ALTER TABLE \"Evaluations\" ADD \"DepartmentId\" INTEGER NULL CONSTRAINT \"FK_Evaluations_Organisations_DepartmentId\" REFERENCES \"Organisations\" (\"Id\") ON DELETE RESTRICT;");

            migrationBuilder.AddColumn<int>(
                name: "KeptChanges",
                table: "Evaluations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "KeptKind",
                table: "Evaluations",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "SelfScore",
                table: "Evaluations",
                type: "TEXT",
                precision: 9,
                scale: 4,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Surveys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Introduction = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    TargetGroup = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MinimumValid = table.Column<int>(type: "INTEGER", nullable: false),
                    Sent = table.Column<int>(type: "INTEGER", nullable: true),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PassLine = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LinkLimit = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Token = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Tally = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surveys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Surveys_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurveyQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SurveyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Scale = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Options = table.Column<string>(type: "TEXT", nullable: false),
                    SatisfiedFrom = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyQuestions_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurveySheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SurveyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    Marks = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    Texts = table.Column<string>(type: "TEXT", nullable: true),
                    IsValid = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveySheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveySheets_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LeafScores_TargetId",
                table: "LeafScores",
                column: "TargetId");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators",
                columns: new[] { "TreeId", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_DepartmentId",
                table: "Evaluations",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyQuestions_SurveyId",
                table: "SurveyQuestions",
                column: "SurveyId");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_ProjectId",
                table: "Surveys",
                column: "ProjectId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_Token",
                table: "Surveys",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveySheets_SurveyId_Marks_IsValid_Source",
                table: "SurveySheets",
                columns: new[] { "SurveyId", "Marks", "IsValid", "Source" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveySheets_SurveyId_Number",
                table: "SurveySheets",
                columns: new[] { "SurveyId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Evaluations_Organisations_DepartmentId",
                table: "Evaluations");

            migrationBuilder.DropForeignKey(
                name: "FK_LeafScores_Targets_TargetId",
                table: "LeafScores");

            migrationBuilder.DropTable(
                name: "SurveyQuestions");

            migrationBuilder.DropTable(
                name: "SurveySheets");

            migrationBuilder.DropTable(
                name: "Surveys");

            migrationBuilder.DropIndex(
                name: "IX_LeafScores_TargetId",
                table: "LeafScores");

            migrationBuilder.DropIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators");

            migrationBuilder.DropIndex(
                name: "IX_Evaluations_DepartmentId",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "DepartmentInput",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "DepartmentPoints",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "DepartmentReason",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "FinanceInput",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "TargetId",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "NeedsVerification",
                table: "IndicatorTrees");

            migrationBuilder.DropColumn(
                name: "Provenance",
                table: "IndicatorTrees");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "IndicatorTrees");

            migrationBuilder.DropColumn(
                name: "Verification",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "DepartmentId",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "KeptChanges",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "KeptKind",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "SelfScore",
                table: "Evaluations");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators",
                columns: new[] { "TreeId", "Code" },
                unique: true);
        }
    }
}
